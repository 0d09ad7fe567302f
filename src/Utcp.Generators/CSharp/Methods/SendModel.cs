using Utcp.Generators.CSharp.Types;
using Utcp.Manuals.Model;

namespace Utcp.Generators.CSharp.Methods;

/// <summary>A statement that places one argument in the request.</summary>
internal sealed record SendModel
{
    public required ParameterLocation Location { get; init; }

    /// <summary>The input's name as written.</summary>
    public required string WireName { get; init; }

    /// <summary>The parameter's name, or "" for a constant.</summary>
    public string ParameterName { get; init; } = "";

    public required CSharpType Type { get; init; }

    /// <summary>The constant to send, or null.</summary>
    public ConstantValue? Constant { get; init; }

    /// <summary>Whether null is sent as null and not left out (messages only).</summary>
    public bool IsNullSent { get; init; }

    /// <summary>How arrays and objects are written, or null when the plain form of the place will do.</summary>
    public StyleModel? Style { get; init; }

    /// <summary>The media type that the value is written in, or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>How the caller gives the body.</summary>
    public BodyForm BodyForm { get; init; }
}

/// <summary>How a value is written into its place.</summary>
internal sealed record StyleModel(ParameterStyle Style, bool Explode, bool AllowReserved);

/// <summary>How the caller gives a body.</summary>
internal enum BodyForm
{
    /// <summary>As a value.</summary>
    Value,

    /// <summary>As a stream of bytes, whose media type the document knows.</summary>
    Stream,

    /// <summary>As a file, which has a media type of its own.</summary>
    File,
}
