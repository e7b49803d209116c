// An application on golang.org/x/oauth2: one line of JSON in, one out, for each step of the dance.
package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strings"

	"golang.org/x/oauth2"
)

type options struct {
	Authorize, Token, ClientId, ClientSecret, RedirectUri, Scope, Authentication string
	Pkce                                                                         bool
}

var input = bufio.NewReader(os.Stdin)

func read(value interface{}) {
	line, err := input.ReadBytes('\n')
	check(err)
	check(json.Unmarshal(line, value))
}

func answer(value interface{}) {
	line, err := json.Marshal(value)
	check(err)
	fmt.Println(string(line))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answerToken(token *oauth2.Token) {
	scope, _ := token.Extra("scope").(string)
	answer(map[string]string{"access_token": token.AccessToken, "refresh_token": token.RefreshToken, "scope": scope})
}

func main() {
	var given options
	read(&given)
	// With Basic nothing is said: the library finds out by itself, Basic first and then the body.
	style := oauth2.AuthStyleAutoDetect
	if given.Authentication != "Basic" {
		style = oauth2.AuthStyleInParams
	}
	config := oauth2.Config{
		ClientID:     given.ClientId,
		ClientSecret: given.ClientSecret,
		RedirectURL:  given.RedirectUri,
		Scopes:       strings.Fields(given.Scope),
		Endpoint:     oauth2.Endpoint{AuthURL: given.Authorize, TokenURL: given.Token, AuthStyle: style},
	}
	asked := []oauth2.AuthCodeOption{oauth2.AccessTypeOffline}
	proof := []oauth2.AuthCodeOption{}
	if given.Pkce {
		verifier := strings.Repeat("go-", 16)
		digest := sha256.Sum256([]byte(verifier))
		challenge := base64.RawURLEncoding.EncodeToString(digest[:])
		asked = append(asked, oauth2.SetAuthURLParam("code_challenge", challenge))
		asked = append(asked, oauth2.SetAuthURLParam("code_challenge_method", "S256"))
		proof = append(proof, oauth2.SetAuthURLParam("code_verifier", verifier))
	}
	answer(map[string]string{"url": config.AuthCodeURL("a state", asked...)})

	var back struct{ Callback string }
	read(&back)
	callback, err := url.Parse(back.Callback)
	check(err)
	token, err := config.Exchange(context.Background(), callback.Query().Get("code"), proof...)
	check(err)
	answerToken(token)

	var held struct{ RefreshToken string }
	read(&held)
	next, err := config.TokenSource(context.Background(), &oauth2.Token{RefreshToken: held.RefreshToken}).Token()
	check(err)
	answerToken(next)
}
