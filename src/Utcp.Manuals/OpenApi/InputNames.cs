using System.Globalization;
using Utcp.Manuals.Model;

namespace Utcp.Manuals.OpenApi;

/// <summary>Names inputs so that parameters of one name in different places stay apart. The path keeps its names, because the URL refers to them.</summary>
internal static class InputNames
{
    private static readonly ParameterLocation[] Order =
    [
        ParameterLocation.Path, ParameterLocation.Query, ParameterLocation.Header, ParameterLocation.Cookie, ParameterLocation.FormField, ParameterLocation.Part,
        ParameterLocation.QueryString, ParameterLocation.Body,
    ];

    public static void Separate(List<Parameter> parameters)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var location in Order)
        {
            for (var i = 0; i < parameters.Count; i++)
            {
                if (parameters[i].Location == location && !taken.Add(parameters[i].Name))
                {
                    parameters[i] = parameters[i] with { Name = Free(taken, Prefix(location) + parameters[i].Name), WireName = parameters[i].WireName };
                }
            }
        }
    }

    private static string Free(HashSet<string> taken, string name)
    {
        var free = name;
        for (var i = 2; !taken.Add(free); i++)
        {
            free = name + "_" + i.ToString(CultureInfo.InvariantCulture);
        }

        return free;
    }

    private static string Prefix(ParameterLocation location) => location switch
    {
        ParameterLocation.Query => "query_",
        ParameterLocation.QueryString => "querystring_",
        ParameterLocation.Header => "header_",
        ParameterLocation.Cookie => "cookie_",
        ParameterLocation.FormField or ParameterLocation.Part => "form_",
        ParameterLocation.Body => "request_",
        _ => "path_",
    };
}
