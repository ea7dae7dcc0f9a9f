/** The Python chosen in Microsoft's Python extension, where that is installed. */
import * as vscode from "vscode";
import type { PythonCommand } from "./interpreter";

/** The little of its interface that is needed here. */
interface PythonApi {
    readonly environments: {
        getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
        resolveEnvironment(path: { readonly path: string }): Promise<
            { readonly executable: { readonly uri?: vscode.Uri } } | undefined
        >;
    };
}

/** Undefined without that extension, without a choice, or in a folder that is not trusted. */
export async function chosenInPythonExtension(): Promise<PythonCommand | undefined> {
    const extension = vscode.extensions.getExtension<PythonApi>("ms-python.python");
    if (extension === undefined || !vscode.workspace.isTrusted) {
        return undefined;
    }
    try {
        const { environments } = await extension.activate();
        const active = environments.getActiveEnvironmentPath(vscode.workspace.workspaceFolders?.[0]?.uri);
        const path = (await environments.resolveEnvironment(active))?.executable.uri?.fsPath;
        return path === undefined ? undefined : [path];
    } catch {
        return undefined; // A Python extension that fails is no reason not to look elsewhere.
    }
}
