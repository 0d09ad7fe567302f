using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Schemas;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Follows the references of everything but schemas: parameters, bodies, responses, headers, examples, path items, security schemes.</summary>
internal sealed class References(JsonValue root, ProblemList problems)
{
    private const int MaxHops = 64;

    private readonly ReferenceResolver _resolver = new(root, problems);

    /// <summary>The node itself, or what its chain of references leads to; null, and reported, when that is nothing.</summary>
    public Located? Follow(Located node)
    {
        for (var hops = 0; node.Value["$ref"] is { IsNull: false } reference; hops++)
        {
            if (hops == MaxHops)
            {
                ReportCycle(reference);
                return null;
            }

            if (Step(reference) is not { } next)
            {
                return null;
            }

            node = next;
        }

        return node;
    }

    /// <summary>What one reference leads to; null, and reported, when that is nothing.</summary>
    public Located? Step(JsonValue reference)
    {
        if (!reference.IsString)
        {
            problems.Add(ProblemCodes.InvalidField, reference, $"'$ref' must be a string; it is {FieldReader.KindOf(reference)}.");
            return null;
        }

        if (_resolver.Find(reference.Text, _resolver.ScopeOf(reference)) is not { } target)
        {
            problems.Add(ProblemCodes.UnresolvedReference, reference, Unresolved(reference.Text, _resolver.ScopeOf(reference)));
            return null;
        }

        return new Located(target.Node, target.Pointer);
    }

    public void ReportCycle(JsonValue reference) =>
        problems.Add(ProblemCodes.CyclicReference, reference, $"The reference {Excerpt.Of(reference.Text)} leads only to references that lead back to it; refer to an object.");

    /// <summary>The same for a schema, silently: a look at what it says before it is read.</summary>
    public JsonValue Peek(JsonValue schema)
    {
        for (var hops = 0; hops < MaxHops && schema["$ref"] is { IsString: true } reference && _resolver.Find(reference.Text, _resolver.ScopeOf(reference)) is { } target; hops++)
        {
            schema = target.Node;
        }

        return schema;
    }

    private string Unresolved(string reference, SchemaScope scope)
    {
        var shown = Excerpt.Of(reference);
        if (!reference.StartsWith("#", StringComparison.Ordinal))
        {
            // Written so by old tools, and by hand.
            if (reference.Length > 0 && (_resolver.Find("#" + reference, scope) is not null || _resolver.Find("#/" + reference, scope) is not null))
            {
                return $"The reference {shown} leads outside this document; did you mean {Excerpt.Of((reference[0] == '/' ? "#" : "#/") + reference)}?";
            }

            if (_resolver.Outside(reference, scope) is { } outside)
            {
                return outside;
            }
        }

        var slash = reference.LastIndexOf('/');
        var table = slash <= 1 ? null : _resolver.Find(reference.Substring(0, slash), scope)?.Node;
        var near = table is null ? null : NearMiss.Find(ReferenceTarget.LastSegment(reference), table.Members.Select(member => member.Name));
        return $"The reference {shown} leads nowhere{(near is null ? "." : $"; did you mean {Excerpt.Of(reference.Substring(0, slash + 1) + JsonPointer.Escape(near))}?")}";
    }
}
