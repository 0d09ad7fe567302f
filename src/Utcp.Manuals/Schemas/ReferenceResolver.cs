using System.Globalization;
using System.Text;
using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;

namespace Utcp.Manuals.Schemas;

/// <summary>Finds what references name: first in the schema they stand in, then in the whole document, then in the other documents of the description. Never outside of these.</summary>
internal sealed class ReferenceResolver(JsonValue documentRoot, ProblemList problems)
{
    private readonly SchemaScope _document = new(documentRoot, "");
    private readonly Dictionary<(JsonValue, string), ReferenceTarget?> _found = [];
    private readonly Dictionary<JsonValue, AnchorTable> _anchors = [];
    private readonly Dictionary<JsonPart, SchemaScope> _scopes = [];
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

        if (IsAmbiguous(reference.Text, scope))
        {
            problems.Add(ProblemCodes.UntypedSchema, reference, $"Several schemas are the \"$dynamicAnchor\" {Excerpt.Of(reference.Text)}, and which one is meant depends on the schema that leads here. It is carried as a JSON element.");
            return null;
        }

        var shown = Excerpt.Of(reference.Text);
        if (!IsLocal(reference.Text, scope) && Outside(reference.Text, scope) is { } outside)
        {
            problems.Add(ProblemCodes.UnresolvedReference, reference, outside);
            return null;
        }

        var suggestion = IsLocal(reference.Text, scope) ? _names.Nearest(reference.Text, scope, DocumentOf(scope)) : null;
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
            var document = DocumentOf(scope);
            target = Find(fragment, scope, scope.Root) ?? (ReferenceEquals(scope.Root, document.Root) ? null : Find(fragment, document, document.Root));
        }
        else if (PartOf(reference, scope) is { Root: { } root } part)
        {
            var hash = reference.IndexOf('#');
            target = Find(hash < 0 ? "" : reference.Substring(hash + 1), ScopeOf(part), root);
        }

        return _found[(scope.Root, reference)] = target;
    }

    /// <summary>The scope of references in a node that stands in no schema: its document.</summary>
    public SchemaScope ScopeOf(JsonValue node) => problems.Documents is { } documents ? ScopeOf(documents.At(node.Span)) : _document;

    /// <summary>Why a reference leads to no document, or null when it leads into one.</summary>
    public string? Outside(string reference, SchemaScope scope)
    {
        var shown = Excerpt.Of(reference);
        if (PartOf(reference, scope) is { } part)
        {
            return part.Root is null ? $"The reference {shown} leads into a file that cannot be read." : null;
        }

        // A document that is read alone can have no others beside it.
        return problems.Documents is null ? $"The reference {shown} leads outside the description, and nothing else is loaded. Put what it means into the description."
            : reference.IndexOf("://", StringComparison.Ordinal) >= 0
            ? $"The reference {shown} leads outside the description, and nothing is loaded from the network. Add the file as AdditionalFiles, and refer to it by its path."
            : $"The reference {shown} leads outside the description: no file of that path is known. Add it as AdditionalFiles.";
    }

    private JsonPart? PartOf(string reference, SchemaScope scope) =>
        reference.Length > 0 && problems.Documents is { } documents ? documents.Find(DocumentPath.WithoutFragment(reference), documents.At(scope.Root.Span)) : null;

    private SchemaScope DocumentOf(SchemaScope scope) => problems.Documents is null ? _document : ScopeOf(scope.Root);

    // One scope per document: targets are compared.
    private SchemaScope ScopeOf(JsonPart part)
    {
        if (part.Offset == 0 || part.Root is null)
        {
            return _document;
        }

        if (!_scopes.TryGetValue(part, out var scope))
        {
            _scopes[part] = scope = new SchemaScope(part.Root, part.Pointer);
        }

        return scope;
    }

    private ReferenceTarget? Find(string fragment, SchemaScope scope, JsonValue root)
    {
        if (fragment.Length > 0 && fragment[0] != '/')
        {
            var (table, name) = (AnchorsOf(root, scope), Uri.UnescapeDataString(fragment));
            return !table.IsAmbiguous(name) && table.Find(name) is { } anchored ? new ReferenceTarget(anchored.Node, anchored.Pointer, scope) : null;
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

    private AnchorTable AnchorsOf(JsonValue root, SchemaScope scope)
    {
        if (!_anchors.TryGetValue(root, out var table))
        {
            _anchors[root] = table = new AnchorTable(root, scope.Pointer);
        }

        return table;
    }

    private bool IsAmbiguous(string reference, SchemaScope scope)
    {
        var name = reference.Substring(reference.IndexOf('#') + 1);
        if (name.Length == 0 || name[0] == '/' || !IsLocal(reference, scope))
        {
            return false;
        }

        name = Uri.UnescapeDataString(name);
        var document = DocumentOf(scope);
        return AnchorsOf(scope.Root, scope).IsAmbiguous(name) || AnchorsOf(document.Root, document).IsAmbiguous(name);
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
