"""The blank form: all questions of a procedure on paper, as an archival and accessible PDF."""

from kevytasiointi.exports.blank.pdf import BlankForm, Recipient, blank_pdf

__all__ = ["BlankForm", "Recipient", "blank_pdf"]
