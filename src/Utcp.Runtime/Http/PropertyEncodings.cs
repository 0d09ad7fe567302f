using Utcp.Manuals.Model;

namespace Utcp.Http;

/// <summary>Questions about the encodings of a body's members.</summary>
internal static class PropertyEncodings
{
    public static PropertyEncoding? Find(IReadOnlyList<PropertyEncoding> encodings, string property)
    {
        for (var i = 0; i < encodings.Count; i++)
        {
            if (encodings[i].Property == property)
            {
                return encodings[i];
            }
        }

        return null;
    }

    /// <summary>Whether a member is JSON whatever its value is, so that a string keeps its quotes.</summary>
    public static bool IsJson(PropertyEncoding? encoding) => encoding is { Style: null, ContentType: { } type } && !type.Contains(',', StringComparison.Ordinal) && MediaTypes.IsJson(type);

    /// <summary>The media type of a member, where an encoding names exactly one that can be sent.</summary>
    public static string? Concrete(PropertyEncoding? encoding) => encoding?.ContentType is { } type && !type.Contains(',', StringComparison.Ordinal) && MediaTypes.IsValid(type) ? type : null;
}
