/** Reads the choice in Microsoft's Python extension, if it is installed. */
import * as vscode from "vscode";
import type { PythonCommand } from "./interpreter";

/** The part of its API that is used here. */
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
        return undefined; // If the Python extension fails, look elsewhere.
    }
}
