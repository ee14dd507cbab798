"""The search index: made from built pages, one classic script a language, loaded when the dialog is first opened."""
