using System.Globalization;
using System.Text;
using Utcp.Manuals.Schemas;

namespace Utcp.Manuals.Model;

/// <summary>
/// The inputs of a tool and where each goes, as one short text: generated clients carry it so that their tools can be called by name with JSON, without a table of objects for each.
/// A line per place: a letter for the location, then <c>!</c> when required, the style as a digit, <c>e</c> for explode, <c>r</c> for reserved characters; then, after tabs, the input's
/// name, its name in the request when that differs, and its media type. Names escape tab, line feed and backslash.
/// </summary>
public static class InputPlaces
{
    // By the order of ParameterLocation.
    private const string Letters = "pqhcbmfwsx";

    /// <summary>The text of parameters.</summary>
    public static string Write(IReadOnlyList<Parameter> parameters)
    {
        var text = new StringBuilder();
        foreach (var parameter in parameters)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            text.Append(Letters[(int)parameter.Location]);
            AppendIf(text, parameter.Required, "!");
            AppendIf(text, parameter.Style is not null, ((int)parameter.Style.GetValueOrDefault()).ToString(CultureInfo.InvariantCulture));
            AppendIf(text, parameter.Explode, "e");
            AppendIf(text, parameter.AllowReserved, "r");
            text.Append('\t').Append(Escape(parameter.Name));
            var wireName = parameter.WireName == parameter.Name ? "" : Escape(parameter.WireName);
            AppendIf(text, wireName.Length > 0 || parameter.ContentType is not null, "\t" + wireName);
            AppendIf(text, parameter.ContentType is not null, "\t" + Escape(parameter.ContentType ?? ""));
        }

        return text.ToString();
    }

    /// <summary>The parameters of a text that <see cref="Write"/> made. Their schemas say nothing.</summary>
    public static IReadOnlyList<Parameter> Read(string text)
    {
        var parameters = new List<Parameter>();
        foreach (var line in text.Length == 0 ? [] : text.Split('\n'))
        {
            var fields = line.Split('\t');
            var flags = fields[0];
            var style = flags.FirstOrDefault(char.IsDigit);
            var name = Unescape(fields[1]);
            parameters.Add(new Parameter
            {
                Name = name,
                WireName = fields.Length > 2 && fields[2].Length > 0 ? Unescape(fields[2]) : name,
                Location = (ParameterLocation)Letters.IndexOf(flags[0]),
                Required = flags.IndexOf('!') > 0,
                Style = style == 0 ? null : (ParameterStyle)(style - '0'),
                Explode = flags.IndexOf('e', 1) > 0,
                AllowReserved = flags.IndexOf('r', 1) > 0,
                ContentType = fields.Length > 3 ? Unescape(fields[3]) : null,
                Schema = new AnySchema(),
            });
        }

        return parameters;
    }

    private static void AppendIf(StringBuilder text, bool condition, string part)
    {
        if (condition)
        {
            text.Append(part);
        }
    }

    private static string Escape(string name) => name.Replace("\\", "\\\\").Replace("\t", "\\t").Replace("\n", "\\n");

    private static string Unescape(string name)
    {
        if (name.IndexOf('\\') < 0)
        {
            return name;
        }

        var text = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            text.Append(name[i] != '\\' ? name[i] : name[++i] switch { 't' => '\t', 'n' => '\n', var other => other });
        }

        return text.ToString();
    }
}
