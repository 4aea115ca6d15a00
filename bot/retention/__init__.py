"""What is forgotten, and when: erasure on request, and by age."""
