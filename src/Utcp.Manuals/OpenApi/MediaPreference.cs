using Utcp.Manuals.Model;

namespace Utcp.Manuals.OpenApi;

/// <summary>Which of several media types to prefer: JSON before all, a plain name before a suffix, a name before a range.</summary>
internal static class MediaPreference
{
    /// <summary>The contents, the preferred one first, the others in document order.</summary>
    public static IReadOnlyList<MediaContent> Order(List<MediaContent> contents, bool isResponse)
    {
        var best = 0;
        for (var i = 1; i < contents.Count; i++)
        {
            if (Rank(contents[i], isResponse) < Rank(contents[best], isResponse))
            {
                best = i;
            }
        }

        if (best > 0)
        {
            var preferred = contents[best];
            contents.RemoveAt(best);
            contents.Insert(0, preferred);
        }

        return contents;
    }

    private static int Rank(MediaContent content, bool isResponse)
    {
        var kind = content.Kind switch
        {
            MediaKind.Json => MediaTypes.Essence(content.MediaType) == "application/json" ? 0 : 1,
            MediaKind.Multipart => isResponse ? 6 : 2,
            MediaKind.Form => isResponse ? 6 : 3,
            MediaKind.EventStream or MediaKind.JsonLines or MediaKind.JsonSequence => 7,
            MediaKind.Text or MediaKind.Binary => 4,
            _ => 5,
        };
        return (kind * 2) + (MediaTypes.IsRange(content.MediaType) ? 1 : 0);
    }
}
