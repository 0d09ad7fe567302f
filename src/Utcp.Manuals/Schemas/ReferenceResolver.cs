using System.Globalization;
using System.Text;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Finds what references name: first in the schema they stand in, then in the whole document. Never outside it.</summary>
internal sealed class ReferenceResolver(JsonValue documentRoot, ProblemList problems)
{
    private readonly SchemaScope _document = new(documentRoot, "");
    private readonly Dictionary<(JsonValue, string), ReferenceTarget?> _found = [];
    private readonly Dictionary<JsonValue, AnchorTable> _anchors = [];
    private readonly DefinitionNames _names = new();

    /// <summary>Resolves the value of a <c>$ref</c>; reports at it when that fails.</summary>
    public ReferenceTarget? Resolve(JsonValue reference, SchemaScope scope)
    {
        if (!reference.IsString)
        {
            problems.Add(ProblemCodes.InvalidSchema, reference, $"The keyword \"$ref\" takes a string; {KeywordReader.Describe(reference)} is ignored.");
            return null;
        }

        if (Find(reference.Text, scope) is { } target)
        {
            return target;
        }

        var shown = Excerpt.Of(reference.Text);
        if (!IsLocal(reference.Text, scope))
        {
            problems.Add(ProblemCodes.UnresolvedReference, reference, $"The reference {shown} leads outside this document; only this document is searched.");
            return null;
        }

        var suggestion = _names.Nearest(reference.Text, scope, _document);
        problems.Add(ProblemCodes.UnresolvedReference, reference, $"The reference {shown} leads nowhere{(suggestion is null ? "." : $"; did you mean {Excerpt.Of(suggestion)}?")}");
        return null;
    }

    /// <summary>What a reference names, or null. Reports nothing.</summary>
    public ReferenceTarget? Find(string reference, SchemaScope scope)
    {
        if (_found.TryGetValue((scope.Root, reference), out var known))
        {
            return known;
        }

        ReferenceTarget? target = null;
        if (IsLocal(reference, scope))
        {
            var fragment = reference.Substring(reference.IndexOf('#') + 1);
            target = Find(fragment, scope, scope.Root) ?? (ReferenceEquals(scope.Root, documentRoot) ? null : Find(fragment, _document, documentRoot));
        }

        return _found[(scope.Root, reference)] = target;
    }

    private ReferenceTarget? Find(string fragment, SchemaScope scope, JsonValue root)
    {
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            if (!_anchors.TryGetValue(root, out var table))
            {
                _anchors[root] = table = new AnchorTable(root, scope.Pointer);
            }

            return table.Find(Uri.UnescapeDataString(fragment)) is { } anchored ? new ReferenceTarget(anchored.Node, anchored.Pointer, scope) : null;
        }

        var pointer = new StringBuilder(scope.Pointer);
        var node = root;
        foreach (var raw in fragment.Length == 0 ? [] : fragment.Substring(1).Split('/'))
        {
            if (Step(node, raw, pointer) is not { } next)
            {
                return null;
            }

            node = next;
        }

        return new ReferenceTarget(node, pointer.ToString(), scope);
    }

    private static JsonValue? Step(JsonValue node, string raw, StringBuilder pointer)
    {
        var segment = Unescape(raw);
        if (node.IsArray)
        {
            if (!int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= node.Items.Count)
            {
                return null;
            }

            pointer.Append('/').Append(index.ToString(CultureInfo.InvariantCulture));
            return node.Items[index];
        }

        // A name with a literal "%" is often written without encoding it.
        var next = node[segment];
        if (next is null)
        {
            segment = Unescape(Uri.UnescapeDataString(raw));
            next = node[segment];
        }

        pointer.Append('/').Append(JsonPointer.Escape(segment));
        return next;
    }

    private static string Unescape(string segment) => segment.Replace("~1", "/").Replace("~0", "~");

    private static bool IsLocal(string reference, SchemaScope scope)
    {
        if (reference.StartsWith("#", StringComparison.Ordinal))
        {
            return true;
        }

        var id = (SchemaKeywords.Get(scope.Root, "$id") ?? SchemaKeywords.Get(scope.Root, "id") ?? SchemaKeywords.Get(scope.Root, "$self"))?.Text.TrimEnd('#');
        var hash = reference.IndexOf('#');
        return id is { Length: > 0 } && string.Equals(id, hash < 0 ? reference : reference.Substring(0, hash), StringComparison.Ordinal) && hash >= 0;
    }
}
