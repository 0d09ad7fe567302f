using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads how the properties of a form or multipart body are written.</summary>
internal sealed class EncodingReader(OpenApiDocument document)
{
    public IReadOnlyList<PropertyEncoding> Read(Located media)
    {
        foreach (var name in new[] { "prefixEncoding", "itemEncoding" })
        {
            if (media.Value[name] is { IsNull: false } positional)
            {
                document.Problems.Add(ProblemCodes.IgnoredKeyword, positional, $"'{name}' is ignored: the parts of a body are written by name.");
            }
        }

        if (document.Nodes.Object(media, "encoding") is not { } map)
        {
            return [];
        }

        var encodings = new List<PropertyEncoding>(map.Value.Members.Count);
        foreach (var member in map.Value.Members)
        {
            if (!member.Value.IsObject)
            {
                document.Problems.Add(ProblemCodes.InvalidField, member.Value, $"An encoding must be an object; this is {FieldReader.KindOf(member.Value)}, and is ignored.");
                continue;
            }

            if (member.Value["headers"] is { Members.Count: > 0 } headers)
            {
                document.Problems.Add(ProblemCodes.IgnoredKeyword, headers, "'headers' of a part are ignored: parts have a name, a file name and a media type.");
            }

            var hasStyle = member.Value["style"] is not null || member.Value["explode"] is not null || member.Value["allowReserved"] is not null;
            var style = hasStyle ? ParameterStyles.Read(document, member.Value, ParameterLocation.Query) : (ParameterStyle?)null;
            encodings.Add(new PropertyEncoding
            {
                Property = member.Name,
                ContentType = document.Nodes.Text(member.Value, "contentType"),
                Style = style,
                Explode = document.Nodes.Flag(member.Value, "explode", style is null or ParameterStyle.Form),
                AllowReserved = document.Nodes.Flag(member.Value, "allowReserved"),
                Span = member.NameSpan,
            });
        }

        return encodings;
    }
}
