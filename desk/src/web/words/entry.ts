/** Sign-in, first set-up, and the start of a workspace. */
export const signInWords = {
  title: "Sign in",
  email: "Email",
  password: "Password",
  does: "Sign in",
  wrong: "Email or password is not right.",
  failed: "You could not be signed in.",
  forgot: "Forgotten the password? Whoever runs this desk can set a new one with aboveboard-desk reset-password.",
} as const

export const setUpWords = {
  title: "Set up this desk",
  intro: "This makes the first workspace and its admin. It can be done once.",
  workspace: "Name of the workspace",
  workspaceHint: "Your shop, firm or team, as customers know it",
  zone: "Time zone",
  zoneHint: "Working hours and due times are reckoned in it.",
  name: "Your name",
  email: "Your email",
  password: "Password",
  passwordHint: (least: number) => `At least ${least} characters`,
  passwordShort: (least: number) => `Use at least ${least} characters.`,
  nameMissing: "Fill this in.",
  emailMissing: "This needs to be an email address.",
  zoneWrong: "This is no time zone that we know, such as Europe/London.",
  does: "Create workspace",
  failed: "The workspace was not created.",
  already: "This desk has been set up.",
  signIn: "Sign in",
} as const

export const startWords = {
  title: "How do you want to begin?",
  mailTitle: "Connect your mail",
  mailText: "Say which address customers write to and which server sends your answers.",
  mailDoes: "Connect mail",
  sampleTitle: "Open the sample shop",
  sampleText:
    "Harbour Cycles: about 40 conversations and 60 promises, all invented, dated around now. It is a workspace of its own; one click in Settings removes it whole.",
  sampleDoes: "Open sample shop",
  sampleBusy: "Opening…",
  sampleFailed: "The sample shop was not opened.",
  laterTitle: "Neither now",
  laterText: "Calls, visits and promises can be written down without any mail.",
  laterDoes: "Go to Today",
} as const
