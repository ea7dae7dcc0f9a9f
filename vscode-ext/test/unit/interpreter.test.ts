import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ask, unfitness, versionOf, type Interpreter } from "../../src/python/interpreter";
import { usualPlaces } from "../../src/python/places";
import { existsSync } from "node:fs";
import { serverCommand } from "../../src/server/command";

const GOOD: Interpreter = {
    command: ["/usr/bin/python3"], executable: "/usr/bin/python3.12", prefix: "/usr", version: [3, 12, 1], implementation: "cpython",
    arch: "x64", platform: "linux", freeThreaded: false, musl: false, ownReslint: "",
};

const cases: [string, Partial<Interpreter>, string | undefined][] = [
    ["3.12", {}, undefined],
    ["the oldest", { version: [3, 11, 0] }, undefined],
    ["the newest", { version: [3, 14, 9] }, undefined],
    ["3.10", { version: [3, 10, 14] }, "tooOld"],
    ["2.7", { version: [2, 7, 18] }, "tooOld"],
    ["3.15", { version: [3, 15, 0] }, "tooNew"],
    ["4.0", { version: [4, 0, 0] }, "tooNew"],
    ["PyPy", { implementation: "pypy" }, "implementation"],
    ["one for another processor", { arch: "arm64" }, "architecture"],
    ["a 32-bit one", { arch: "" }, "architecture"],
    ["a free-threaded one", { freeThreaded: true }, "freeThreaded"],
    ["one with musl", { musl: true }, "musl"],
];
for (const [what, difference, expected] of cases) {
    test(`${what}: ${expected ?? "fits"}`, () => { assert.equal(unfitness({ ...GOOD, ...difference }, "x64"), expected); });
}

const here = usualPlaces({
    platform: process.platform, environment: process.env, home: "/nowhere",
    isFile: existsSync, names: () => [],
})[0];

test("a real Python says what it is", { skip: here === undefined && "no Python here" }, async () => {
    assert.ok(here !== undefined);
    const properties = await ask(here);
    assert.equal(properties.implementation, "cpython");
    assert.equal(properties.platform, process.platform);
    assert.equal(properties.arch, process.arch);
    assert.match(versionOf(properties), /^3\.\d+\.\d+$/);
});

test("what cannot answer is an error that says why", async () => {
    await assert.rejects(ask(["/no/such/python"]), /ENOENT/);
    const folder = mkdtempSync(join(tmpdir(), "reslint-unit-"));
    try {
        const broken = join(folder, "python3");
        writeFileSync(broken, "#!/bin/sh\necho 'xcode-select: note: no developer tools were found' >&2\nexit 1\n");
        chmodSync(broken, 0o755);
        await assert.rejects(ask([broken]), /no developer tools/);
    } finally {
        rmSync(folder, { recursive: true });
    }
});

test("the bundled server runs apart from the user's packages and variables", () => {
    assert.deepEqual(serverCommand(GOOD, "bundled", "/ext/python/launch.py"), {
        program: "/usr/bin/python3.12", parameters: ["-I", "-S", "-X", "utf8", "/ext/python/launch.py"],
    });
});

test("the environment's own server does not import from the current folder", () => {
    const { parameters } = serverCommand(GOOD, "environment", "/ext/python/launch.py");
    assert.deepEqual(parameters, ["-P", "-X", "utf8", "-m", "reslint", "server", "--stdio"]);
});
