// The boundary: every channel is answered, and what makes no sense is refused before it touches the study.
