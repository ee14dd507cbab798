"""The site: what MkDocs calls while it renders a page, and what runs on the built pages afterwards."""
