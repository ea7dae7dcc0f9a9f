/** The usual places of Python. */
import { posix, win32 } from "node:path";
import { SUPPORTED, type PythonCommand } from "./interpreter";

/** What the search reads from a machine, so that tests can describe any machine. */
export interface Machine {
    readonly platform: NodeJS.Platform;
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly home: string;
    /** Whether there is a file at the absolute path. */
    isFile(path: string): boolean;
    /** The names in a folder; none if the folder does not exist. */
    names(folder: string): readonly string[];
}

/**
 * The Pythons in the usual places: those on PATH, then those of installers and version managers. Only
 * absolute paths, so that a folder of the workspace is never used.
 */
export function usualPlaces(machine: Machine): PythonCommand[] {
    const paths = machine.platform === "win32" ? onWindows(machine) : onUnix(machine);
    const seen = new Set<string>();
    const commands: PythonCommand[] = [];
    for (const path of paths) {
        const key = machine.platform === "win32" ? path.toLowerCase() : path;
        if (!seen.has(key) && machine.isFile(path)) {
            seen.add(key);
            const isLauncher = machine.platform === "win32" && win32.basename(key) === "py.exe";
            commands.push(isLauncher ? [path, "-3"] : [path]);
        }
    }
    return commands;
}

/** Names such as `python3.13`, newest first. */
function versionedNames(): string[] {
    const names = [];
    for (let minor: number = SUPPORTED.newest[1]; minor >= SUPPORTED.oldest[1]; minor -= 1) {
        names.push(`python${SUPPORTED.newest[0]}.${minor}`);
    }
    return names;
}

function onUnix(machine: Machine): string[] {
    const { home } = machine;
    const names = ["python3", ...versionedNames(), "python"];
    const folders = [
        ...searchPath(machine, posix, ":"),
        "/usr/local/bin",
        "/usr/bin",
        "/opt/homebrew/bin",
        "/opt/local/bin",
        `${home}/.local/bin`,
        `${home}/.pyenv/shims`,
        `${home}/.asdf/shims`,
        `${home}/.local/share/mise/shims`,
        ...["miniconda3", "anaconda3", "miniforge3", "mambaforge"].map((name) => `${home}/${name}/bin`),
        "/opt/conda/bin",
        ...inside(machine, posix, `${home}/.local/share/uv/python`, "bin"),
        ...inside(machine, posix, `${home}/.pyenv/versions`, "bin"),
    ];
    if (machine.platform === "darwin") {
        folders.push(
            ...versionedNames().map((name) =>
                `/Library/Frameworks/Python.framework/Versions/${name.slice("python".length)}/bin`),
        );
    }
    return folders.flatMap((folder) => names.map((name) => posix.join(folder, name)));
}

function onWindows(machine: Machine): string[] {
    const { environment } = machine;
    const local = environment.LOCALAPPDATA ?? win32.join(machine.home, "AppData", "Local");
    const programs = [environment.ProgramFiles ?? "C:\\Program Files", "C:\\"];
    const windows = environment.SystemRoot ?? "C:\\Windows";
    const short = versionedNames().map((name) => name.replace("python", "Python").replace(".", ""));
    return [
        win32.join(windows, "py.exe"),
        win32.join(local, "Programs", "Python", "Launcher", "py.exe"),
        ...searchPath(machine, win32, ";").flatMap((folder) =>
            // The file in WindowsApps may be a placeholder that only opens the Store.
            /\\windowsapps\\?$/i.test(folder)
                ? []
                : [win32.join(folder, "python.exe"), win32.join(folder, "python3.exe")]),
        ...short.map((name) => win32.join(local, "Programs", "Python", name, "python.exe")),
        ...programs.flatMap((folder) => short.map((name) => win32.join(folder, name, "python.exe"))),
        ...["miniconda3", "anaconda3", "miniforge3"].flatMap((name) => [
            win32.join(machine.home, name, "python.exe"),
            win32.join(environment.ProgramData ?? "C:\\ProgramData", name, "python.exe"),
        ]),
        ...inside(machine, win32, win32.join(environment.APPDATA ?? "", "uv", "python"), "")
            .map((folder) => win32.join(folder, "python.exe")),
        ...versionedNames().map((name) =>
            win32.join(local, "Microsoft", "WindowsApps", `${name}.exe`)),
    ];
}

function searchPath(machine: Machine, path: typeof posix, separator: string): string[] {
    const value = machine.environment.PATH ?? machine.environment.Path ?? "";
    return value.split(separator).filter((folder) => path.isAbsolute(folder));
}

/** The folders `below` in each folder of `folder`. */
function inside(machine: Machine, path: typeof posix, folder: string, below: string): string[] {
    return path.isAbsolute(folder)
        ? [...machine.names(folder)].sort().reverse().map((name) => path.join(folder, name, below))
        : [];
}
