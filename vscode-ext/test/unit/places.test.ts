import assert from "node:assert/strict";
import { test } from "node:test";
import { usualPlaces, type Machine } from "../../src/python/places";

function machine(platform: NodeJS.Platform, files: string[], environment: Record<string, string>, folders: Record<string, string[]> = {}): Machine {
    const known = new Set(files);
    return {
        platform,
        environment,
        home: platform === "win32" ? "C:\\Users\\a" : "/home/a",
        isFile: (path) => known.has(path),
        names: (folder) => folders[folder] ?? [],
    };
}

test("those on PATH come first, in its order", () => {
    const found = usualPlaces(machine("linux", ["/opt/x/python3", "/usr/bin/python3", "/usr/bin/python3.12"], { PATH: "/opt/x:/usr/bin" }));
    assert.deepEqual(found, [["/opt/x/python3"], ["/usr/bin/python3"], ["/usr/bin/python3.12"]]);
});

test("folders of PATH that are not absolute never count: they may lie in the workspace", () => {
    const found = usualPlaces(machine("linux", ["bin/python3", "./python3", "python3"], { PATH: "bin:.::" }));
    assert.deepEqual(found, []);
});

test("without PATH, installers' and version managers' places are found", () => {
    const files = ["/opt/homebrew/bin/python3", "/Library/Frameworks/Python.framework/Versions/3.13/bin/python3", "/home/a/.local/share/uv/python/cpython-3.12/bin/python3"];
    const found = usualPlaces(machine("darwin", files, {}, { "/home/a/.local/share/uv/python": ["cpython-3.12"] }));
    assert.deepEqual(found.flat().sort(), [...files].sort());
});

test("on Windows: the launcher with -3, installations of the user, not the Store's placeholder", () => {
    const found = usualPlaces(machine(
        "win32",
        ["C:\\Windows\\py.exe", "C:\\Users\\a\\AppData\\Local\\Microsoft\\WindowsApps\\python.exe", "C:\\Users\\a\\AppData\\Local\\Programs\\Python\\Python313\\python.exe", "D:\\Py\\python.exe"],
        { Path: "C:\\Users\\a\\AppData\\Local\\Microsoft\\WindowsApps;D:\\Py", LOCALAPPDATA: "C:\\Users\\a\\AppData\\Local", SystemRoot: "C:\\Windows" },
    ));
    assert.deepEqual(found, [
        ["C:\\Windows\\py.exe", "-3"],
        ["D:\\Py\\python.exe"],
        ["C:\\Users\\a\\AppData\\Local\\Programs\\Python\\Python313\\python.exe"],
    ]);
});

test("nothing is listed twice", () => {
    assert.deepEqual(usualPlaces(machine("linux", ["/usr/bin/python3"], { PATH: "/usr/bin:/usr/bin" })), [["/usr/bin/python3"]]);
});
