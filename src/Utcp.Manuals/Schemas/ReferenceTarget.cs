using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>The schema that a <c>$ref</c> names: its node, its JSON Pointer from the document's root, and where its own references start.</summary>
internal sealed record ReferenceTarget(JsonValue Node, string Pointer, SchemaScope Scope)
{
    /// <summary>The name of the schema, when it stands in a table of definitions.</summary>
    public static string? NameOf(string pointer)
    {
        var last = pointer.LastIndexOf('/');
        var parent = last > 0 ? pointer.LastIndexOf('/', last - 1) : -1;
        return parent >= 0 && pointer.Substring(parent + 1, last - parent - 1) is "$defs" or "definitions" or "schemas" ? LastSegment(pointer) : null;
    }

    public static string LastSegment(string pointer) => pointer.Substring(pointer.LastIndexOf('/') + 1).Replace("~1", "/").Replace("~0", "~");
}
