"""Benefits: what a household loses by taking a job, and the support that makes up for it.

Owns Award, the dated parameters of the law and the programme's schedules. Never keeps what was
declared: it asks intake, computes, and keeps the written working.
"""
