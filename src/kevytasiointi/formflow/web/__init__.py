"""The form language on a page: one generic step view over any sheet of answers.

`step.step` is the view; `port` says what it needs of whoever keeps the answers. Rooms above choose
the sheet, the addresses and what surrounds the questions.
"""
