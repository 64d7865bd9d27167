"""The form author: draft, translate, check, preview, publish."""
