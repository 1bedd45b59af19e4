import type { Json, OpenApiDocument } from '../open-api-document';

/** `${` and `%{`, except where CDKTF marks a token. */
const TEMPLATE_MARKER = /([$%])\{(?!TfToken\[)/g;

/**
 * Renders a document as a string argument of Terraform: template markers are escaped wherever they
 * are text, and left where they are the document's own Terraform tokens.
 */
export function renderDocument(document: OpenApiDocument): string {
  return JSON.stringify(escape(document));
}

function escape(value: Json): Json {
  if (typeof value === 'string') {
    return value.replace(TEMPLATE_MARKER, '$1$1{');
  }
  if (Array.isArray(value)) {
    return value.map(escape);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, escape(item)]));
  }
  return value;
}
