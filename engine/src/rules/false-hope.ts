import type { Rule } from "../rule.ts"
import { patternOf } from "../wording/pattern.ts"
import { stated } from "../wording/stated.ts"

export const falseHope: Rule = {
  id: "evasion/false-hope",
  why: "This sounds like a yes and commits to nothing: say what you will do and by when, or say no and why.",
  source: "Be honest when the answer is no.",
  severity: "remark",
  finds: [
    "We'll see what we can do.",
    "I'll see what I can do for you.",
    "Let me see what I can do.",
    "We will do our best to accommodate you.",
    "I'll try my best to get it approved.",
    "We'll do everything we can.",
    "I'll do my very best for you.",
    "We will do whatever we can to help.",
  ],
  leaves: [
    "I can see what you did there.",
    "Let me see what the order says.",
    "What can I do for you?",
    "I did my best, and it was not enough.",
    "We'll see you on Monday.",
    "Best regards, Ann",
    "> We'll see what we can do.\n\nI was too vague: the answer is no.",
    'Bad: "We\'ll see what we can do." Good: "I will call you on Friday."',
    "We cannot do what you ask: the frame is out of warranty.",
  ],
  cues: ["best", "do all", "do everything", "[do/see/try] what"],
  find: (message) => stated(message, FALSE_HOPE),
}

const FALSE_HOPE = patternOf(
  /\b(?:we|i|let me|let us|let)(?:['’]ll|['’]s| will| shall)? (?:just )?(?:see|try) what (?:we|i) can do\b|\b(?:we|i)(?:['’]ll| will| shall) (?:certainly |definitely |of course |try to |try and )?(?:do|try) (?:my|our) (?:very |level |absolute )?best\b|\b(?:we|i)(?:['’]ll| will| shall) (?:certainly |definitely )?do (?:everything|whatever|all|what) (?:that )?(?:we|i) can\b/gi,
)
