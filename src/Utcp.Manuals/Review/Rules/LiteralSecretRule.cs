using Utcp.Manuals.Json;
using Utcp.Manuals.Problems;
using Utcp.Manuals.Security;
using Utcp.Manuals.Utcp;

namespace Utcp.Manuals.Review.Rules;

/// <summary>Secrets that stand in a document in the clear, where a variable belongs.</summary>
internal sealed class LiteralSecretRule : IReviewRule
{
    public IEnumerable<Finding> Check(ReviewedDocument document)
    {
        var secrets = document.Tools.SelectMany(InFields).Concat(document.Tools.SelectMany(Elsewhere)).Concat(document.Schemas.SelectMany(InSchema)).ToList();
        var names = new SecretNames();
        foreach (var secret in secrets)
        {
            names.Note(secret.Stem, secret.Text);
        }

        foreach (var (field, _) in document.Tools.SelectMany(SecretFields.Of))
        {
            names.NoteVariables(field.Value.Text);
        }

        foreach (var secret in secrets)
        {
            var variable = "${" + names.For(secret.Stem, secret.Tool) + "}";
            yield return new Finding(
                ProblemCodes.LiteralSecret,
                secret.IsOfSchema
                    ? $"The value of {Quoted.Text(secret.Field)} looks like a secret that everybody who has this file can read: remove it, and change the secret if it is one."
                    : $"The value of {Quoted.Text(secret.Field)} is a secret that everybody who has this file can read: write a variable such as {variable} and give its value to the client.",
                secret.Part.Value.Span) { Part = secret.Part, Replacement = secret.IsOfSchema ? null : variable };
        }
    }

    private static IEnumerable<LiteralSecret> InFields(ReviewedTool tool)
    {
        foreach (var (field, stem) in SecretFields.Of(tool))
        {
            if (SecretFields.Literal(field.Value, stem) is { } part)
            {
                yield return new LiteralSecret(part, field.Name, stem, tool.Name?.Text ?? "");
            }
        }
    }

    // In other places only what looks like a secret is one.
    private static IEnumerable<LiteralSecret> Elsewhere(ReviewedTool tool)
    {
        var known = new HashSet<JsonValue>(SecretFields.Of(tool).Select(field => field.Field.Value));
        var name = tool.Name?.Text ?? "";
        foreach (var parameter in tool.Url is { } url ? QueryParameter.Of(url.Value) : [])
        {
            if (parameter.IsSecret && VariableScanner.Scan(parameter.Text).Count == 0 && SecretLook.IsRandom(parameter.Text) && known.Add(parameter.Value.Value))
            {
                yield return new LiteralSecret(parameter.Value, parameter.Name, SecretNames.Variable(parameter.Name), name);
            }
        }

        var strings = new List<(JsonValue Value, string Field)>();
        Collect(tool.Template, "", strings);
        foreach (var (value, field) in strings)
        {
            var found = KnownSecret.Find(value.Text) ?? (HeaderPolicy.HasSensitiveWord(field) && SecretLook.IsRandom(value.Text) && VariableScanner.Scan(value.Text).Count == 0 ? (0, value.Text.Length) : null);
            if (found is var (start, length) && known.Add(value))
            {
                yield return new LiteralSecret(new TextPart(value, start, length), field, SecretNames.Variable(field), name);
            }
        }
    }

    private static IEnumerable<LiteralSecret> InSchema(ReviewedSchema schema)
    {
        var members = schema.Value.Members;
        for (var i = 0; i < members.Count; i++)
        {
            var (name, value) = (members[i].Name, members[i].Value);
            if (!value.IsString || name is not ("default" or "const"))
            {
                continue;
            }

            if (KnownSecret.Find(value.Text) is not null || (QueryParameter.IsSecretName(schema.Name) && SecretLook.IsRandom(value.Text)))
            {
                yield return new LiteralSecret(new TextPart(value, 0, value.Text.Length), schema.Name.Length > 0 ? schema.Name : "default", "SECRET", "") { IsOfSchema = true };
            }
        }
    }

    // The content of a text template is a document of its own.
    private static void Collect(JsonValue? value, string field, List<(JsonValue Value, string Field)> strings)
    {
        if (value is { IsString: true })
        {
            strings.Add((value, field));
            return;
        }

        foreach (var member in value?.Members ?? [])
        {
            if (member.Name != "content")
            {
                Collect(member.Value, member.Name, strings);
            }
        }

        foreach (var item in value?.Items ?? [])
        {
            Collect(item, field, strings);
        }
    }
}
