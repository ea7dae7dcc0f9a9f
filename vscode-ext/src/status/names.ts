/** Display names of languages, organs, profiles and counts. */
import * as vscode from "vscode";

export const LANGUAGES = ["ar", "en", "es", "fr", "ru", "zh"] as const;
export const ORGANS = ["GA", "SC", "ECOSOC", "HRC", "other"] as const;
export const PROFILES = ["standard", "strict"] as const;

export function languageName(code: string): string {
    switch (code) {
        case "ar": return vscode.l10n.t("Arabic");
        case "en": return vscode.l10n.t("English");
        case "es": return vscode.l10n.t("Spanish");
        case "fr": return vscode.l10n.t("French");
        case "ru": return vscode.l10n.t("Russian");
        case "zh": return vscode.l10n.t("Chinese");
        default: return code;
    }
}

export function organName(code: string): string {
    switch (code) {
        case "GA": return vscode.l10n.t("General Assembly");
        case "SC": return vscode.l10n.t("Security Council");
        case "ECOSOC": return vscode.l10n.t("Economic and Social Council");
        case "HRC": return vscode.l10n.t("Human Rights Council");
        case "other": return vscode.l10n.t("another body");
        default: return code;
    }
}

export function profileName(code: string): string {
    return code === "strict" ? vscode.l10n.t("strict") : vscode.l10n.t("standard");
}

/** `2 errors, 1 warning`; "" without findings. */
export function countsText(counts: { error: number; warning: number; info: number; hint: number }): string {
    const parts: string[] = [];
    const add = (count: number, one: string, many: string): void => {
        if (count > 0) {
            parts.push(count === 1 ? one : many);
        }
    };
    add(counts.error, vscode.l10n.t("1 error"), vscode.l10n.t("{0} errors", counts.error));
    add(counts.warning, vscode.l10n.t("1 warning"), vscode.l10n.t("{0} warnings", counts.warning));
    add(counts.info, vscode.l10n.t("1 remark"), vscode.l10n.t("{0} remarks", counts.info));
    add(counts.hint, vscode.l10n.t("1 hint"), vscode.l10n.t("{0} hints", counts.hint));
    return parts.join(", ");
}
