import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
    { ignores: ["dist/", "out/", "bundled/", "packages/", "node_modules/", "src/generated/", "e2e/editor/", "e2e/output/"] },
    js.configs.recommended,
    {
        files: ["**/*.ts"],
        extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
            // VS Code takes anything with `dispose` for a Disposable.
            "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
            "@typescript-eslint/switch-exhaustiveness-check": "error",
        },
    },
    {
        // node:test gives promises that its runner awaits.
        files: ["test/unit/**/*.ts", "e2e/**/*.ts"],
        rules: { "@typescript-eslint/no-floating-promises": ["error", { allowForKnownSafeCalls: ["test", "describe", "it"] }] },
    },
    {
        files: ["**/*.mjs"],
        languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly", Buffer: "readonly", fetch: "readonly", setTimeout: "readonly" } },
    },
);
