"""What people have put right, applied to what was read: found again by content, and told where it no longer fits."""
