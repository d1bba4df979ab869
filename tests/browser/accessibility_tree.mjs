// The page as a screen reader has it: nodes of the browser's accessibility tree, found by role and name, acted on by the actions that
// assistive technology has (press, focus, type). No element is looked up, no place on the screen is known.

export class AccessibilityTree {
  #session;

  static async of(page) {
    const tree = new AccessibilityTree();
    tree.#session = await page.context().newCDPSession(page);
    await tree.#session.send('Accessibility.enable');
    await tree.#session.send('DOM.enable');
    return tree;
  }

  async #nodes() { return (await this.#session.send('Accessibility.getFullAXTree')).nodes; }

  /** The nodes of that role and name now; `within`: below that node only. */
  async #all(role, name, within) {
    const nodes = await this.#nodes();
    const parents = new Map(nodes.flatMap((node) => (node.childIds ?? []).map((child) => [child, node.nodeId])));
    const below = (id) => id !== undefined && (id === within.nodeId || below(parents.get(id)));
    const fits = (said) => name === undefined || (name instanceof RegExp ? name.test(said) : said === name);
    return nodes.filter((node) => !node.ignored && node.role?.value === role && fits(node.name?.value ?? '') && (!within || below(node.nodeId)));
  }

  async #until(found, otherwise) {
    for (let attempt = 0; attempt < 100; ++attempt) {
      const answer = await found();
      if (answer) return answer;
      await new Promise((resolve) => { setTimeout(resolve, 100); });
    }
    throw new Error(otherwise);
  }

  /** The first node of that role and name, as soon as there is one. */
  find(role, name, within) {
    return this.#until(async () => (await this.#all(role, name, within))[0], `The accessibility tree has no ${role} ${name}`);
  }

  /** Until there is none any more. */
  gone(role, name) {
    return this.#until(async () => (await this.#all(role, name)).length === 0, `The accessibility tree still has ${role} ${name}`);
  }

  /** Everything that is said at and below the node, in reading order. */
  async words(node) {
    const byId = new Map((await this.#nodes()).map((each) => [each.nodeId, each]));
    const said = (id) => {
      const each = byId.get(id);
      if (!each) return '';
      return (each.role?.value === 'StaticText' ? each.name?.value ?? '' : '') + (each.childIds ?? []).map(said).join(' ');
    };
    return said(node.nodeId);
  }

  property(node, name) { return node.properties?.find((each) => each.name === name)?.value.value; }

  async #call(node, does) {
    const { object } = await this.#session.send('DOM.resolveNode', { backendNodeId: node.backendDOMNodeId });
    await this.#session.send('Runtime.callFunctionOn', { objectId: object.objectId, functionDeclaration: does });
  }

  /** The default action. */
  async press(role, name, within) {
    const enabled = (node) => node && !this.property(node, 'disabled');
    const node = await this.#until(async () => (await this.#all(role, name, within)).find(enabled), `Nothing to press: ${role} ${name}`);
    await this.#call(node, 'function () { this.click(); }');
  }

  /** What assistive technology calls setting the value: focus, all of it, and the new text. */
  async setValue(role, name, text) {
    const node = await this.find(role, name);
    await this.#session.send('DOM.focus', { backendNodeId: node.backendDOMNodeId });
    await this.#call(node, 'function () { this.select(); }');
    await this.#session.send('Input.insertText', { text });
  }

  async chooseFile(role, name, path) {
    await this.#session.send('DOM.setFileInputFiles', { files: [path], backendNodeId: (await this.find(role, name)).backendDOMNodeId });
  }
}
