using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads the headers of answers.</summary>
internal sealed class ResponseHeaderReader(OpenApiDocument document)
{
    private readonly Dictionary<JsonValue, ResponseHeader> _known = [];

    public IReadOnlyList<ResponseHeader> Read(Located response)
    {
        if (document.Nodes.Object(response, "headers") is not { } map)
        {
            return [];
        }

        var headers = new List<ResponseHeader>(map.Value.Members.Count);
        foreach (var member in map.Value.Members)
        {
            if (!member.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && document.References.Follow(map.Of(member)) is { } header)
            {
                headers.Add(Read(header, member.Name));
            }
        }

        return headers;
    }

    private ResponseHeader Read(Located header, string name)
    {
        if (!_known.TryGetValue(header.Value, out var known))
        {
            if (!header.Value.IsObject)
            {
                document.Problems.Add(ProblemCodes.InvalidField, header.Value, $"A header must be an object; this is {FieldReader.KindOf(header.Value)}.");
            }

            var schema = document.IsSwagger ? (header.Value["type"] is null ? null : header) : header.Find("schema");
            var description = document.Nodes.Text(header.Value, "description") ?? "";
            _known[header.Value] = known = new ResponseHeader(name, description, schema is { } found ? document.Schema(found) : null, header.Value.Span);
        }

        return known.Name == name ? known : known with { Name = name };
    }
}
