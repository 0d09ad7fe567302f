using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;

namespace Utcp.Manuals.Utcp;

/// <summary>Reads the static headers of a call template, and the inputs that travel as headers (sections 2.1, 2.6, D8).</summary>
internal sealed class HeaderReader(ProblemList problems)
{
    public IReadOnlyList<KeyValuePair<string, string>> ReadHeaders(FieldReader fields)
    {
        var value = fields.Find("headers");
        if (value is null)
        {
            return [];
        }

        if (!value.IsObject)
        {
            fields.Fail(ProblemCodes.InvalidField, value, $"'headers' must be an object of strings; it is {FieldReader.KindOf(value)}.");
            return [];
        }

        var headers = new List<KeyValuePair<string, string>>(value.Members.Count);
        var indexes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in value.Members)
        {
            if (ReadHeader(fields, member) is { } text)
            {
                var header = new KeyValuePair<string, string>(member.Name, text);
                if (indexes.TryGetValue(member.Name, out var index))
                {
                    problems.Add(ProblemCodes.DuplicateName, member.NameSpan, $"The header {Quoted.Text(member.Name)} stands here already, because header names ignore case; the last value counts. Remove one of them.");
                    headers[index] = header;
                    continue;
                }

                indexes.Add(member.Name, headers.Count);
                headers.Add(header);
            }
        }

        return headers;
    }

    public IReadOnlyList<string> ReadHeaderFields(FieldReader fields)
    {
        var items = fields.TextList("header_fields");
        if (items is null)
        {
            return [];
        }

        var names = new List<string>(items.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (!item.IsString || !seen.Add(item.Text))
            {
                continue;
            }

            if (!HeaderPolicy.IsToken(item.Text))
            {
                fields.Fail(ProblemCodes.InvalidField, item, $"The input {Quoted.Text(item.Text)} cannot travel as a header, because its name is not a header name: use letters, digits and hyphens.");
            }
            else if (HeaderPolicy.IsReserved(item.Text))
            {
                fields.Fail(ProblemCodes.InvalidField, item, $"The input {Quoted.Text(item.Text)} cannot travel as a header, because the HTTP client sets that header.");
            }

            names.Add(item.Text);
        }

        return names;
    }

    private string? ReadHeader(FieldReader fields, JsonMember member)
    {
        var (name, nameSpan, value) = member;
        if (value.IsNull)
        {
            return null;
        }

        if (value.IsObject || value.IsArray)
        {
            fields.Fail(ProblemCodes.InvalidField, value, $"The header {Quoted.Text(name)} must be a string; it is {FieldReader.KindOf(value)}.");
            return null;
        }

        if (!HeaderPolicy.IsToken(name))
        {
            fields.Abandon();
            problems.Add(ProblemCodes.InvalidField, nameSpan, $"{Quoted.Text(name)} is not a header name: use letters, digits and hyphens.");
            return null;
        }

        var text = value.IsBoolean ? (value.Kind == JsonKind.True ? "true" : "false") : value.Text;
        if (!value.IsString)
        {
            fields.Warn(ProblemCodes.InvalidField, value, $"The header {Quoted.Text(name)} must be a string: write {Quoted.Text(text)} in quotes.");
        }

        if (!HeaderPolicy.IsValue(text))
        {
            fields.Fail(ProblemCodes.InvalidField, value, $"The header {Quoted.Text(name)} holds a line break or another control character.");
            return null;
        }

        return text;
    }
}
