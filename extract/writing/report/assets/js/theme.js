// The colours that were chosen, before anything is drawn in others.

const theme = storage.get("theme");
if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
