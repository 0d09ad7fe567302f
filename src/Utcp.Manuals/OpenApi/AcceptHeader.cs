using Utcp.Manuals.Model;

namespace Utcp.Manuals.OpenApi;

/// <summary>The header that asks for media types (RFC 9110, section 12.5.1).</summary>
internal static class AcceptHeader
{
    /// <summary>The value for what can be read, the preferred first; null when anything is welcome.</summary>
    public static string? Of(IEnumerable<MediaContent> contents)
    {
        var wanted = new List<string>();
        foreach (var content in contents)
        {
            // A range of JSON says that the server writes some JSON: the plain one is read best.
            if (MediaTypes.IsRange(content.MediaType) && content.Kind == MediaKind.Json)
            {
                Add("application/json");
                Add(MediaTypes.Essence(content.MediaType) + ";q=0.8");
            }
            else
            {
                Add(content.MediaType);
            }
        }

        return wanted.Count == 0 || wanted[0] == "*/*" ? null : string.Join(", ", wanted);

        void Add(string mediaType)
        {
            if (!wanted.Exists(known => known.Equals(mediaType, StringComparison.OrdinalIgnoreCase)))
            {
                wanted.Add(mediaType);
            }
        }
    }
}
