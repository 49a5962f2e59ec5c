"""The values that everything else passes around; they import nothing but the ground floor."""
