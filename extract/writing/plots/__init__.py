"""Charts of a batch for papers: the same as SVG, to be set in a page, and as PNG, to be pasted."""

from extract.writing.plots.sink import PlotsSink

__all__ = ["PlotsSink"]
