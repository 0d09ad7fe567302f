using Utcp.Manuals.Json;
using Utcp.Manuals.Model;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.OpenApi;

/// <summary>Reads security schemes (section 8.6).</summary>
internal sealed class SecuritySchemeReader(OpenApiDocument document, ServerUrl server)
{
    private readonly SchemeVariables _variables = new();

    /// <summary>All schemes of the document by name.</summary>
    public Dictionary<string, SecurityScheme> ReadAll()
    {
        var root = new Located(document.Root, "");
        var table = document.IsSwagger ? document.Nodes.Object(root, "securityDefinitions")
            : document.Nodes.Object(root, "components") is { } components ? document.Nodes.Object(components, "securitySchemes") : null;
        var schemes = new Dictionary<string, SecurityScheme>(StringComparer.Ordinal);
        foreach (var member in table?.Value.Members ?? [])
        {
            if (!member.Name.StartsWith("x-", StringComparison.Ordinal) || member.Value["type"] is not null)
            {
                var node = document.References.Follow(table!.Value.Of(member));
                schemes[member.Name] = node is { } found ? Read(member.Name, found.Value) : new SecurityScheme { Source = member.Value };
            }
        }

        return schemes;
    }

    private SecurityScheme Read(string name, JsonValue node)
    {
        switch (document.Nodes.Text(node, "type"))
        {
            case "apiKey":
                return ReadApiKey(name, node);
            case "basic" when document.IsSwagger:
                return Basic(name, node);
            case "http":
                return ReadHttp(name, node);
            case "oauth2":
                return ReadOAuth2(name, node);
            case "openIdConnect":
                return Token(name, node, "Bearer");
            case "mutualTLS":
                return new SecurityScheme { Source = node, Refusal = "Client certificates belong to the HTTP handler: give it one. The calls carry no other credentials." };
            default:
                document.Problems.Add(ProblemCodes.InvalidAuth, node["type"] ?? node, "The security scheme must have a 'type': apiKey, http, oauth2, openIdConnect or mutualTLS. It is not used.");
                return new SecurityScheme { Source = node };
        }
    }

    private SecurityScheme ReadApiKey(string scheme, JsonValue node)
    {
        ApiKeyLocation? location = document.Nodes.Text(node, "in") switch
        {
            "header" => ApiKeyLocation.Header,
            "query" => ApiKeyLocation.Query,
            "cookie" => ApiKeyLocation.Cookie,
            _ => null,
        };
        var name = document.Nodes.Text(node, "name");
        if (location is null || name is not { Length: > 0 })
        {
            document.Problems.Add(ProblemCodes.InvalidAuth, node["in"] ?? node, "An API key needs 'name' and 'in': header, query or cookie. The scheme is not used.");
            return new SecurityScheme { Source = node };
        }

        if (location != ApiKeyLocation.Query && (!HeaderPolicy.IsToken(name) || (location == ApiKeyLocation.Header && HeaderPolicy.IsReserved(name))))
        {
            document.Problems.Add(ProblemCodes.InvalidAuth, node["name"]!, $"{Quoted.Text(name)} cannot be the name of a header or cookie with a key. The scheme is not used.");
            return new SecurityScheme { Source = node };
        }

        var key = _variables.Take(scheme, null, secret: true, node.Span);
        return new SecurityScheme
        {
            Source = node,
            Auth = new ApiKeyAuth { ApiKey = SchemeVariables.Reference(key), ApiKeySpan = node.Span, VarName = name, Location = location.Value, Span = node.Span },
            Variables = [key],
        };
    }

    private SecurityScheme ReadHttp(string name, JsonValue node)
    {
        var scheme = document.Nodes.Text(node, "scheme") ?? "";
        switch (scheme.ToLowerInvariant())
        {
            case "basic":
                return Basic(name, node);
            case "bearer":
                return Token(name, node, "Bearer");
            case "digest" or "negotiate" or "ntlm" or "mutual" or "hoba" or "scram-sha-1" or "scram-sha-256" or "privatetoken" or "dpop":
                return new SecurityScheme { Source = node, Refusal = $"The scheme {Quoted.Text(scheme)} needs an exchange with the server: let the HTTP handler authenticate, or an IUtcpAuthenticator of the channel. The calls carry no credentials of their own." };
            default:
                if (HeaderPolicy.IsToken(scheme))
                {
                    return Token(name, node, scheme);
                }

                document.Problems.Add(ProblemCodes.InvalidAuth, node["scheme"] ?? node, "A scheme of the type http needs a 'scheme' such as basic or bearer. It is not used.");
                return new SecurityScheme { Source = node };
        }
    }

    private SecurityScheme Basic(string name, JsonValue node)
    {
        var user = _variables.Take(name, "USERNAME", secret: false, node.Span);
        var password = _variables.Take(name, "PASSWORD", secret: true, node.Span);
        return new SecurityScheme
        {
            Source = node,
            Auth = new BasicAuth { Username = SchemeVariables.Reference(user), Password = SchemeVariables.Reference(password), PasswordSpan = node.Span, Span = node.Span },
            Variables = [user, password],
        };
    }

    private SecurityScheme Token(string name, JsonValue node, string prefix)
    {
        var token = _variables.Take(name, "TOKEN", secret: true, node.Span);
        return new SecurityScheme
        {
            Source = node,
            Auth = new ApiKeyAuth { ApiKey = prefix + " " + SchemeVariables.Reference(token), ApiKeySpan = node.Span, VarName = "Authorization", Span = node.Span },
            Variables = [token],
        };
    }

    private SecurityScheme ReadOAuth2(string name, JsonValue node)
    {
        var flow = document.IsSwagger ? (document.Nodes.Text(node, "flow") == "application" ? node : null)
            : document.Nodes.Object(node, "flows") is { } flows ? document.Nodes.Object(flows, "clientCredentials") : null;
        var hasOther = document.IsSwagger ? flow is null : node["flows"]?.Members.Any(member => member.Name != "clientCredentials" && !member.Name.StartsWith("x-", StringComparison.Ordinal)) != false;
        var scheme = flow is null || hasOther ? Token(name, node, "Bearer") : new SecurityScheme { Source = node };
        if (flow is null || ReadTokenUrl(flow) is not { } tokenUrl)
        {
            return scheme.IsSupported ? scheme : Token(name, node, "Bearer");
        }

        var id = _variables.Take(name, "CLIENT_ID", secret: false, node.Span);
        var secret = _variables.Take(name, "CLIENT_SECRET", secret: true, node.Span);
        var scopes = document.Nodes.Object(flow, "scopes")?.Members;
        return scheme with
        {
            ClientCredentials = new OAuth2Auth
            {
                TokenUrl = tokenUrl.Url,
                TokenUrlSpan = flow["tokenUrl"]!.Span,
                ClientId = SchemeVariables.Reference(id),
                ClientSecret = SchemeVariables.Reference(secret),
                ClientSecretSpan = node.Span,
                Span = node.Span,
            },
            ClientVariables = [.. tokenUrl.Variables, id, secret],
            ClientScopes = scopes is { Count: > 0 } ? new HashSet<string>(scopes.Select(member => member.Name), StringComparer.Ordinal) : null,
        };
    }

    /// <summary>The token URL; a relative one starts at the server.</summary>
    private ServerUrl? ReadTokenUrl(JsonValue flow)
    {
        if (document.Nodes.Text(flow, "tokenUrl") is not { Length: > 0 } text)
        {
            document.Problems.Add(ProblemCodes.InvalidAuth, flow, "The flow has no 'tokenUrl': add it. The client is asked for a token instead.");
            return null;
        }

        var at = flow["tokenUrl"]!;
        var url = LiteralText.Of(text.Trim());
        if (url.IndexOf('{') >= 0)
        {
            document.Problems.Add(ProblemCodes.InvalidAuth, at, "The token URL holds a placeholder that nobody fills: write the URL itself. The client is asked for a token instead.");
            return null;
        }

        IReadOnlyList<Variable> variables = [];
        if (url.IndexOf("://", StringComparison.Ordinal) < 0)
        {
            (url, variables) = (UrlPrefix.Of(server.Sample, url), [.. server.Variables.Where(variable => variable.Default is null)]);
        }

        return new ServerUrl(url, variables);
    }
}
