/** A test of which a picture is kept if it fails. */
import { it } from "node:test";
import type { Editor } from "./editor";

/** Declares one for the editor that is open when it runs. */
export type Scenario = (name: string, steps: (editor: Editor) => Promise<void>) => void;

/** Makes scenarios for the editor that `current` gives. */
export function scenarios(current: () => Editor): Scenario {
    return (name, steps) => {
        it(name, async () => {
            const editor = current();
            try {
                await steps(editor);
            } catch (error) {
                await editor.picture(`failed-${name.replace(/\W+/g, "-").slice(0, 60)}`);
                // What is left open would be in the way of the next one.
                await editor.page.keyboard.press("Escape");
                await editor.page.keyboard.press("Escape");
                throw error;
            }
        });
    };
}
