using Utcp.Manuals.Json;
using Utcp.Manuals.Model;

namespace Utcp.Manuals.OpenApi;

/// <summary>What the paths of operations are appended to: no slash at its end.</summary>
/// <param name="Url">The URL; variables stand as <c>${NAME}</c>.</param>
/// <param name="Variables">The variables in it.</param>
internal sealed record ServerUrl(string Url, IReadOnlyList<Variable> Variables)
{
    /// <summary>The URL with the defaults of its variables: what it is unless somebody says otherwise.</summary>
    public string Sample => ServerVariables.WithDefaults(Url, Variables);

    /// <summary>What the document says of it, or null when it says nothing.</summary>
    public JsonValue? At { get; init; }

    /// <summary>Where the parts of <see cref="Sample"/> stand in the document.</summary>
    public SourcedText Source { get; init; } = new();
}
