"""What the bilingual checks compare: numbers, placeholders, tags and terms of two languages."""
