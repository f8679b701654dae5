/** The names and indexes of a field as issues name it: `config.branches[0].name`, `settings.outcomeDefaults["whatsapp.mo"]`. */
export function pathOfField(field: string): readonly (string | number)[] {
  return [...field.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g)].map(([, index, quoted, name]) => {
    if (index !== undefined) return Number(index);
    return quoted === undefined ? (name ?? "") : (JSON.parse(`"${quoted}"`) as string);
  });
}
