using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Client;

/// <summary>Reads configurations written as JSON (UTCP section 6.1), those of UTCP 0.x included.</summary>
internal sealed class ConfigurationReader(string? directory)
{
    private static readonly Dictionary<string, string> Hints = new(StringComparer.Ordinal)
    {
        ["providers_file_path"] = "Write the providers under 'manual_call_templates'.",
    };

    /// <summary>Reads a configuration.</summary>
    /// <exception cref="UtcpTemplateException">The text is no JSON, or a part of it cannot be used. All parts that cannot are named.</exception>
    public UtcpClientConfiguration Read(string json, UtcpClientConfiguration? basis)
    {
        var document = JsonDocumentReader.Read(json, new JsonReadOptions { AllowComments = true, AllowTrailingCommas = true });
        if (document.Root is not { IsObject: true } root)
        {
            throw new UtcpTemplateException(document.Root is null ? document.Problems : [new Problem(ProblemCodes.InvalidField, "A configuration must be a JSON object.", document.Root.Span, "")]);
        }

        var problems = new ProblemList(root);
        var fields = new FieldReader(root, "a client configuration", problems);
        var failures = new List<Problem>();
        basis ??= new();
        var configuration = new UtcpClientConfiguration
        {
            Channel = basis.Channel,
            Variables = Variables(fields.Find("variables"), basis, problems),
            VariableLoaders = [.. basis.VariableLoaders, .. Items(fields, "load_variables_from", problems, Loader)],
            FallBackToPlainVariables = basis.FallBackToPlainVariables,
            Repository = Repository(fields, problems, basis),
            SearchStrategy = fields.Find("tool_search_strategy") is { } search ? Search(search, problems) ?? basis.SearchStrategy : basis.SearchStrategy,
            PostProcessors = [.. basis.PostProcessors, .. Items(fields, "post_processing", problems, PostProcessorReader.Read)],
            Protocols = basis.Protocols,
            ArgumentValidator = basis.ArgumentValidator,
            ManualCallTemplates = [.. basis.ManualCallTemplates, .. Templates(fields, problems, failures)],
            RootDirectory = basis.RootDirectory ?? directory,
            MaxManualBytes = basis.MaxManualBytes,
        };
        fields.ReportUnknown(Hints);
        failures.AddRange(problems.Problems);
        return failures.Count == 0 ? configuration : throw new UtcpTemplateException(failures);
    }

    private static Dictionary<string, string> Variables(JsonValue? value, UtcpClientConfiguration basis, ProblemList problems)
    {
        var variables = new Dictionary<string, string>(basis.Variables, StringComparer.Ordinal);
        foreach (var member in Object(value, "variables", problems)?.Members ?? [])
        {
            if (member.Value.IsString)
            {
                variables[member.Name] = member.Value.Text;
            }
            else
            {
                problems.Add(ProblemCodes.InvalidField, member.Value, $"The value of a variable must be a string; it is {FieldReader.KindOf(member.Value)}.");
            }
        }

        return variables;
    }

    private static IEnumerable<CallTemplate> Templates(FieldReader fields, ProblemList problems, List<Problem> failures)
    {
        var templates = new List<CallTemplate>();
        foreach (var item in List(fields, "manual_call_templates", problems).Concat(List(fields, "providers", problems)))
        {
            try
            {
                // A list of its own for each, so that only what makes a template unusable stops the configuration.
                templates.Add(CallTemplate.Read(item, new ProblemList(problems.Root)));
            }
            catch (UtcpTemplateException e)
            {
                failures.AddRange(e.Problems);
            }
        }

        return templates;
    }

    private IVariableLoader? Loader(JsonValue item, ProblemList problems)
    {
        var fields = new FieldReader(item, "a variable loader", problems);
        return Type(fields, "variable_loader_type", problems, "dotenv") && fields.Text("env_file_path") is var path && !fields.Failed
            ? new DotEnvLoader(Path.GetFullPath(path?.Text ?? ".env", directory ?? Directory.GetCurrentDirectory()))
            : null;
    }

    private static IToolRepository Repository(FieldReader fields, ProblemList problems, UtcpClientConfiguration basis)
    {
        if (Object(fields.Find("tool_repository"), "tool_repository", problems) is { } repository)
        {
            Type(new FieldReader(repository, "a tool repository", problems), "tool_repository_type", problems, "in_memory");
        }

        return basis.Repository;
    }

    private static TagAndDescriptionSearch? Search(JsonValue value, ProblemList problems)
    {
        if (Object(value, "tool_search_strategy", problems) is null)
        {
            return null;
        }

        var fields = new FieldReader(value, "a search strategy", problems);
        return Type(fields, "tool_search_strategy_type", problems, "tag_and_description_word_match")
            ? new TagAndDescriptionSearch { TagWeight = Number("tag_weight", 3), DescriptionWeight = Number("description_weight", 1) }
            : null;

        double Number(string name, double fallback)
        {
            var found = fields.Find(name);
            if (found is null || found.Kind == JsonKind.Number)
            {
                return found is null ? fallback : double.Parse(found.Text, System.Globalization.CultureInfo.InvariantCulture);
            }

            problems.Add(ProblemCodes.InvalidField, found, $"'{name}' must be a number; it is {FieldReader.KindOf(found)}.");
            return fallback;
        }
    }

    /// <summary>Whether the type is the one that is built in; others are set in code.</summary>
    internal static bool Type(FieldReader fields, string name, ProblemList problems, params string[] known)
    {
        if (fields.RequiredText(name) is not { } type)
        {
            return false;
        }

        if (Array.IndexOf(known, type.Text) >= 0)
        {
            return true;
        }

        problems.Add(ProblemCodes.InvalidField, type, $"'{name}' can be {string.Join(" or ", known)} here; it is {Quoted.Text(type.Text)}. Set others in code.");
        return false;
    }

    private static IEnumerable<T> Items<T>(FieldReader fields, string name, ProblemList problems, Func<JsonValue, ProblemList, T?> read)
        where T : class
        => List(fields, name, problems).Select(item => Object(item, "an entry of '" + name + "'", problems) is null ? null : read(item, problems)).OfType<T>().ToList();

    private static IReadOnlyList<JsonValue> List(FieldReader fields, string name, ProblemList problems)
    {
        var found = fields.Find(name);
        if (found is null || found.IsArray)
        {
            return found?.Items ?? [];
        }

        problems.Add(ProblemCodes.InvalidField, found, $"'{name}' must be an array; it is {FieldReader.KindOf(found)}.");
        return [];
    }

    private static JsonValue? Object(JsonValue? value, string what, ProblemList problems)
    {
        if (value is null or { IsObject: true })
        {
            return value;
        }

        problems.Add(ProblemCodes.InvalidField, value, $"{what} must be an object; it is {FieldReader.KindOf(value)}.");
        return null;
    }
}
