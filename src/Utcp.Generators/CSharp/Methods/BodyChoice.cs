using Utcp.Generators.CSharp.Types;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>One of the ways to give the body of a request; each is a method of its own.</summary>
internal sealed record BodyChoice
{
    /// <summary>The media type to send; a range such as <c>image/*</c> when only the caller knows it.</summary>
    public required string ContentType { get; init; }

    /// <summary>The type of the body, or null when the tool has none.</summary>
    public CSharpType? Type { get; init; }

    public BodyForm Form { get; init; }

    /// <summary>How members of a form or multipart body are written.</summary>
    public IReadOnlyList<EncodingModel> Encodings { get; init; } = [];

    /// <summary>What tells the choice from others in names.</summary>
    public string Word { get; init; } = "";
}
