/** The commands of the extension, without the prefix `reslint.`. */
export const COMMANDS = [
    "checkDrafts", "fixDrafts", "fixAll", "explainRule", "showOutline", "newDraft", "exportHtml",
    "chooseLanguage", "chooseOrgan", "chooseProfile", "showMenu", "selectInterpreter", "fixOnSave",
    "openSettings", "openWalkthrough", "showPicture", "restart", "showLog", "refreshResolution", "showOnlyFindings", "showAllRows", "openCounterpart", "openCitation", "revealRange",
    "levelIn", "levelOut",
] as const;

export type CommandName = (typeof COMMANDS)[number];
