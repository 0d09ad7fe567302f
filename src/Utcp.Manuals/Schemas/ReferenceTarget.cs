using Utcp.Manuals.Json;

namespace Utcp.Manuals.Schemas;

/// <summary>The schema that a <c>$ref</c> names: its node, its JSON Pointer from the document's root, and where its own references start.</summary>
internal sealed record ReferenceTarget(JsonValue Node, string Pointer, SchemaScope Scope)
{
    /// <summary>The name of the schema, when it stands in a table of definitions.</summary>
    public static string? NameOf(string pointer)
    {
        var hash = pointer.IndexOf('#');
        var last = pointer.LastIndexOf('/');
        if (hash > 0 && last <= hash + 1)
        {
            // The whole of another file, or an entry of one that is a table of definitions itself.
            var name = LastSegment(pointer);
            return last <= hash || !SchemaKeywords.IsKeyword(name) ? name : null;
        }

        var parent = last > 0 ? pointer.LastIndexOf('/', last - 1) : -1;
        return parent >= 0 && pointer.Substring(parent + 1, last - parent - 1) is "$defs" or "definitions" or "schemas" ? LastSegment(pointer) : null;
    }

    /// <summary>The last name in a pointer; for the whole of a file, the file's name without endings.</summary>
    public static string LastSegment(string pointer)
    {
        var last = pointer.Substring(pointer.LastIndexOf('/') + 1);
        return last.Length > 1 && last[last.Length - 1] == '#' && last.IndexOf('.') is var dot and > 0 ? last.Substring(0, dot) : last.Replace("~1", "/").Replace("~0", "~");
    }
}
