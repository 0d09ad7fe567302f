namespace Utcp.Manuals.Schemas;

/// <summary>A string without a closed list of values.</summary>
public sealed record TextSchema : Schema
{
    /// <summary><c>format</c>, or null.</summary>
    public string? Format { get; init; }

    /// <summary><c>minLength</c>, or null.</summary>
    public long? MinLength { get; init; }

    /// <summary><c>maxLength</c>, or null.</summary>
    public long? MaxLength { get; init; }

    /// <summary><c>pattern</c>, or null.</summary>
    public string? Pattern { get; init; }

    /// <summary><c>contentEncoding</c>, or null.</summary>
    public string? ContentEncoding { get; init; }

    /// <summary><c>contentMediaType</c>, or null.</summary>
    public string? ContentMediaType { get; init; }
}
