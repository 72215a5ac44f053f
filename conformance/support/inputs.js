// Values for every shape of the API description, the strange ones included: requests and answers to compare.

import { readFileSync } from 'node:fs';

/** What a file of the folder `api` says of its API: its base, and every operation with its name. */
export function api(file) {
  const text = readFileSync(new URL(`../../api/${file}.json`, import.meta.url), 'utf8');
  const { base, schemas, operations } = JSON.parse(text);
  const named = Object.entries(operations).map(([name, about]) => ({ name, ...about }));
  return { base, schemas, operations: named };
}

/** How far values are filled in; below it, optional members are left out. */
const DEPTH = 5;

/**
 * Makes values that try what types may lose: members and texts of enumerations that nobody described, nulls where a
 * member may be left out. No text comes twice, so that nothing can be mistaken for something else.
 */
export class Values {
  made = 0;
  #schemas;

  /** `schemas` are those that others name. */
  constructor(schemas) {
    this.#schemas = schemas;
  }

  /** The schema itself, where it is named elsewhere. */
  #resolved(schema) {
    return schema?.$ref ? this.#resolved(this.#schemas[schema.$ref]) : (schema ?? {});
  }

  text() {
    this.made += 1;
    return `ä b+c/d|%26&=?#"✓ ${this.made}`;
  }

  /** Whether it is the turn of something done only to every `nth`. */
  everyNth(nth) {
    this.made += 1;
    return this.made % nth === 0;
  }

  of(schema, depth = 0) {
    const shape = this.#resolved(schema);
    if (shape.enum) {
      if (shape.type === 'string' && this.everyNth(3)) return this.text();
      return shape.enum[this.made % shape.enum.length];
    }
    const choices = shape.oneOf ?? shape.anyOf;
    if (choices) {
      this.made += 1;
      return this.of(choices[this.made % choices.length], depth);
    }
    if (shape.allOf) return Object.assign({}, ...shape.allOf.map((part) => this.of(part, depth)));
    switch (shape.type) {
      case 'string':
        return this.text();
      case 'integer':
        return Math.min(shape.maximum ?? 9, Math.max(shape.minimum ?? 0, 9));
      case 'number':
        return 1.5;
      case 'boolean':
        return this.everyNth(2);
      case 'array':
        return depth > DEPTH ? [] : [this.of(shape.items, depth + 1), this.of(shape.items, depth + 1)];
      case 'object':
        return this.object(shape, depth);
      default:
        return { anything: [null, 0.25, this.text(), { nested: null }] };
    }
  }

  object(shape, depth) {
    const required = new Set(shape.required);
    const value = {};
    for (const [name, schema] of Object.entries(shape.properties ?? {})) {
      if (required.has(name)) value[name] = this.of(schema, depth + 1);
      else if (depth > DEPTH) continue;
      else if (this.everyNth(7)) value[name] = null;
      else value[name] = this.of(schema, depth + 1);
    }
    const more = shape.additionalProperties;
    if (typeof more === 'object') {
      // Whatever its name, a member of a map is of the map's type.
      value['ä key'] = this.of(more, depth + 1);
    } else {
      value.added_later = { kept: null, list: [1, [], {}], text: this.text() };
    }
    return value;
  }
}
