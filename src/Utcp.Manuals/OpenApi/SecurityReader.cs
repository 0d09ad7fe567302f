using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>
/// Reads security requirements (D35): a list of alternatives, of which those are kept that can be served, each a set of schemes that apply at once. An
/// empty list means none, an empty alternative that authentication is optional.
/// </summary>
internal sealed class SecurityReader
{
    private readonly OpenApiDocument _document;
    private readonly Dictionary<string, SecurityScheme> _schemes;
    private readonly Dictionary<JsonValue, Security> _known = [];
    private readonly HashSet<SecurityScheme> _refused = [];

    public SecurityReader(OpenApiDocument document, ServerUrl server)
    {
        _document = document;
        _schemes = new SecuritySchemeReader(document, server).ReadAll();
    }

    public Security Of(JsonValue operation)
    {
        if ((_document.Nodes.List(operation, "security") ?? _document.Nodes.List(_document.Root, "security")) is not { } list)
        {
            return Security.None;
        }

        if (!_known.TryGetValue(list, out var known))
        {
            _known[list] = known = Read(list);
        }

        return known;
    }

    private Security Read(JsonValue list)
    {
        const int MaxAlternatives = 16;
        var served = new List<Security>();
        var isOptional = false;
        var refused = new List<SecurityScheme>();
        foreach (var alternative in list.Items)
        {
            isOptional |= alternative.IsObject && alternative.Members.Count == 0;
            if (served.Count < MaxAlternatives && alternative.Members.Count > 0 && ReadAlternative(alternative, refused) is { } found)
            {
                served.Add(found);
            }
        }

        // Another alternative serves as well; only a lone one is missed.
        foreach (var scheme in served.Count == 0 && !isOptional ? refused : [])
        {
            if (scheme.Refusal is not null && _refused.Add(scheme))
            {
                _document.Problems.Add(ProblemCodes.InvalidAuth, scheme.Source, scheme.Refusal);
            }
        }

        return served.Count == 0 ? isOptional ? Security.None : Partial(list) : served[0] with
        {
            IsOptional = isOptional,
            Alternatives = [.. served.Skip(1).Select(other => other.Auths)],
            Variables = Combine(served),
        };
    }

    /// <summary>The variables of all alternatives; those are required that every one of them needs.</summary>
    private static List<Variable> Combine(List<Security> served)
    {
        var variables = new List<Variable>();
        foreach (var variable in served.SelectMany(security => security.Variables))
        {
            if (!variables.Exists(known => known.Name == variable.Name))
            {
                variables.Add(served.TrueForAll(security => security.Variables.Any(other => other.Name == variable.Name)) ? variable : variable with { Required = false });
            }
        }

        return variables;
    }

    /// <summary>The schemes of an alternative, or null when one of them cannot be served.</summary>
    private Security? ReadAlternative(JsonValue alternative, List<SecurityScheme> refused)
    {
        var auths = new List<Auth>();
        var variables = new List<Variable>();
        var isServed = true;
        foreach (var member in alternative.Members)
        {
            if (Find(member) is not { } scheme)
            {
                isServed = false;
            }
            else if (!scheme.IsSupported)
            {
                refused.Add(scheme);
                isServed = false;
            }
            else
            {
                Add(scheme, member, auths, variables);
            }
        }

        return isServed ? new Security(auths, false, variables) : null;
    }

    /// <summary>What can be served of the first alternative: a server may accept a call without the rest, and says so if not.</summary>
    private Security Partial(JsonValue list)
    {
        foreach (var alternative in list.Items)
        {
            var auths = new List<Auth>();
            var variables = new List<Variable>();
            foreach (var member in alternative.Members)
            {
                if (_schemes.TryGetValue(member.Name, out var scheme) && scheme.IsSupported)
                {
                    Add(scheme, member, auths, variables);
                }
            }

            if (auths.Count > 0)
            {
                return new Security(auths, false, variables);
            }
        }

        return Security.None;
    }

    private SecurityScheme? Find(JsonMember member)
    {
        if (_schemes.TryGetValue(member.Name, out var scheme))
        {
            return scheme;
        }

        var near = NearMiss.Find(member.Name, _schemes.Keys) is { } found ? $" Did you mean {Quoted.Text(found)}?" : " Describe it there.";
        _document.Problems.Add(ProblemCodes.InvalidAuth, member.NameSpan, $"{Quoted.Text(member.Name)} is no security scheme of {(_document.IsSwagger ? "'securityDefinitions'" : "'components/securitySchemes'")}; calls go without it.{near}");
        return null;
    }

    private void Add(SecurityScheme scheme, JsonMember requirement, List<Auth> auths, List<Variable> variables)
    {
        var wanted = requirement.Value.Items.Where(item => item.IsString).Select(item => item.Text).ToList();
        var isClient = scheme.ClientCredentials is not null && (scheme.Auth is null || scheme.ClientScopes is null || wanted.TrueForAll(scheme.ClientScopes.Contains));
        var auth = isClient ? scheme.ClientCredentials! with { Scope = wanted.Count == 0 ? null : string.Join(" ", wanted) } : scheme.Auth!;
        if (UsesAuthorization(auth) && auths.Find(UsesAuthorization) is { } other)
        {
            // Two flows of one service want one token between them.
            if (!(IsBearer(auth) && IsBearer(other)) && _refused.Add(scheme))
            {
                _document.Problems.Add(ProblemCodes.InvalidAuth, requirement.NameSpan, $"{Quoted.Text(requirement.Name)} needs the header Authorization, which another scheme of this requirement has already; only that one is sent. Write alternatives as separate requirements.");
            }

            return;
        }

        auths.Add(auth with { Scheme = requirement.Name, Scopes = wanted });
        variables.AddRange(isClient ? scheme.ClientVariables : scheme.Variables);
    }

    private static bool IsBearer(Auth auth) => auth is OAuth2Auth || (auth is ApiKeyAuth key && key.ApiKey.StartsWith("Bearer ", StringComparison.Ordinal));

    private static bool UsesAuthorization(Auth auth) =>
        auth is not ApiKeyAuth key || (key.Location == ApiKeyLocation.Header && key.VarName.Equals("Authorization", StringComparison.OrdinalIgnoreCase));
}
